import { expect, test } from 'vitest';
import { contentRead, offerDismissed, activityStream as streamOf } from '../../../functions/analytics/events.ts';
import { interests } from '../../../functions/analytics/interests/consumer.ts';
import { offers } from '../../../functions/analytics/recommendations/offers.ts';
import { chartInterpreted, chartStored, chartStream } from '../../../functions/saju/events.ts';
import type { Event } from '../../../platform/events/event-type.ts';
import { type AppUser, analyticsFunction } from './analytics-function.ts';
import { deliver } from './delivery.ts';
import { recorder } from './random-log.ts';

const { database, clock, appUser, consenting } = await analyticsFunction();
const record = recorder();

const PERSON = '33333333-3333-4333-8333-333333333333';
const general = offers.map(({ code }) => code);

const ask = ({ call }: AppUser, language = 'en') =>
  call('GET', '/v1/me/recommendations', { headers: { 'accept-language': language } });

const codes = (json: { readonly offers: readonly { readonly code: string }[] }) => json.offers.map(({ code }) => code);

/** What happens an hour before now, as the consumer is told of it. */
async function happened(streamId: string, ...events: readonly Event[]): Promise<void> {
  const at = new Date(clock.now.getTime() - 3_600_000).toISOString();
  await deliver(database, interests, [record(streamId, ...events.map(event => [at, event] as const))]);
}

async function wealthy({ userId }: AppUser): Promise<string> {
  const chartId = crypto.randomUUID();
  const read = contentRead.of({ userId, appSessionId: null, category: 'wealth', seconds: 60 });
  await happened(streamOf(userId), read, read, offerDismissed.of({ userId, appSessionId: null, category: 'luck' }));
  await happened(
    chartStream(chartId),
    chartStored.of({ userId, personId: PERSON, engineVersion: '1.0.0' }),
    chartInterpreted.of({
      userId,
      interpretationId: crypto.randomUUID(),
      type: 'relationship',
      modelVersion: 'rules-1',
    }),
  );
  return chartId;
}

test('without the consent it is the list for everybody, and says so, whatever is known', async () => {
  const user = await appUser();
  await wealthy(user);
  const { status, json, text } = await ask(user, 'ko');
  expect(status, text).toBe(200);
  expect(json).toMatchObject({ personalised: false, basis: 'no_consent' });
  expect(json.sentence).toContain('동의하지 않으셔서');
  expect(codes(json)).toEqual(general);
  expect(text).not.toContain(PERSON);
  expect(json.offers[0].reasons).toEqual([
    { rule: 'general', points: 1, counts: {}, from: [], lastAt: null, sentence: '누구에게나 권하는 것입니다.' },
  ]);
});

test('without anything known it is too', async () => {
  const { json } = await ask(await consenting());
  expect(json).toMatchObject({ personalised: false, basis: 'nothing_known' });
  expect(codes(json)).toEqual(general);
});

test('with the consent it goes by what was read and kept, with reasons as data and in words', async () => {
  const user = await consenting();
  const chartId = await wealthy(user);
  const { json } = await ask(user);
  expect(json).toMatchObject({ personalised: true, basis: 'interests' });
  expect(codes(json)[0]).toBe('wealth_reading');
  expect(codes(json).at(-1)).toBe('luck_of_the_year');
  // It is kept.
  expect(codes(json)).not.toContain('relationship_reading');
  const at = new Date(clock.now.getTime() - 3_600_000).toISOString();
  const [first] = json.offers;
  expect(first).toMatchObject({
    category: 'wealth',
    title: { ko: '재물운 풀이', en: 'A reading of wealth' },
    request: {
      method: 'POST',
      path: `/v1/me/people/${PERSON}/charts/${chartId}/interpretations`,
      body: { type: 'wealth' },
    },
  });
  expect(first.reasons).toMatchObject([
    { rule: 'general' },
    { rule: 'interest', counts: { read: 2 }, lastAt: at, sentence: 'You turned to this 2 times lately.' },
  ]);
  const compatibility = json.offers.find(({ code }: { code: string }) => code === 'compatibility');
  expect(compatibility.reasons[1]).toMatchObject({
    rule: 'follows',
    from: ['relationship'],
    counts: { interpreted: 1 },
  });
  const { json: korean } = await ask(user, 'ko');
  expect(korean.offers[0].reasons[1].sentence).toBe('요즘 이 주제를 2번 찾으셨습니다.');
});

test('a consent that is withdrawn counts at once, before any consumer has heard of it', async () => {
  const user = await consenting();
  await wealthy(user);
  await user.me('DELETE', '/v1/me/consents/analytics');
  expect((await ask(user)).json).toMatchObject({ personalised: false, basis: 'no_consent' });
});

test('while processing is suspended nothing is used', async () => {
  const user = await consenting();
  await wealthy(user);
  await user.me('PUT', '/v1/me/suspension');
  const { json } = await ask(user);
  expect(json).toMatchObject({ personalised: false, basis: 'processing_suspended' });
  expect(codes(json)).toEqual(general);
});

test('of others nothing is used', async () => {
  const [user, other] = [await consenting(), await consenting()];
  await wealthy(user);
  expect((await ask(other)).json).toMatchObject({ basis: 'nothing_known' });
});
