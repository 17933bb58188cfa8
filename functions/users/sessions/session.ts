/** How somebody logged in. */
export const sessionMethods = ['password', 'kakao', 'naver', 'google'] as const;

export type SessionMethod = (typeof sessionMethods)[number];

/** Why a session ended before its time. */
export const endReasons = [
  'logged_out',
  'logged_out_everywhere',
  'refresh_token_reused',
  'password_reset',
  'account_closed',
] as const;

export type EndReason = (typeof endReasons)[number];

export const devices = ['android', 'ios', 'windows', 'mac', 'linux', 'other'] as const;

export type Device = (typeof devices)[number];

const DAY_MS = 86_400_000;

/** A refresh token that nobody uses for so long is good no more. */
export const REFRESH_TOKEN_MS = 30 * DAY_MS;

/** However often it is refreshed, after so long somebody logs in anew. */
export const SESSION_MS = 180 * DAY_MS;

/** A device that has logged in is known for so long. */
export const KNOWN_DEVICE_MS = 365 * DAY_MS;

/** Tried in order: Android calls itself Linux too, and an iPhone something like a Mac. */
const names: readonly (readonly [RegExp, Device])[] = [
  [/android/i, 'android'],
  [/iphone|ipad|ipod|\bios\b|darwin\/.*cfnetwork|cfnetwork\/.*darwin/i, 'ios'],
  [/windows/i, 'windows'],
  [/mac os|macintosh/i, 'mac'],
  [/linux|x11|cros/i, 'linux'],
];

/** The kind of device of a User-Agent: all that is kept of it. */
export function deviceOf(userAgent: string): Device {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other';
}
