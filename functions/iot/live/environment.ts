import * as z from 'zod';
import { environment } from '../../../platform/config/environment.ts';

/** What clients are told of the feed. */
export const liveSettings = environment(
  z.object({
    /** Where they connect: `wss://abc123.execute-api.ap-northeast-2.amazonaws.com/prod`. */
    LIVE_URL: z.url({ protocol: /^wss?$/, error: 'must be a URL such as wss://live.example.com' }),
  }),
);

const origin = /^https?:\/\/[^\s/,]+$/;

/** Who may connect. */
export const liveOriginSettings = environment(
  z.object({
    /** Pages that may, by their origins, with commas between: `https://console.example.com`. Without it, no page may. */
    LIVE_ORIGINS: z
      .string()
      .default('')
      .transform(text => text.split(',').filter(part => part !== ''))
      .refine(
        origins => origins.every(each => origin.test(each)),
        'must be origins such as https://console.example.com',
      ),
  }),
);
