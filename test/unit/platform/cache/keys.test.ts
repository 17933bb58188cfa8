import { expect, test } from 'vitest';
import { categoryPosts, latestReadings, postsPage, userChart, userCharts } from '../../../../platform/cache/keys.ts';

test('keys are written as the seed of the platform has them', () => {
  expect(userChart('7f3c', 'ab12').name).toBe('saju:user:7f3c:birth:ab12');
  expect(postsPage('12', '3').name).toBe('posts:category:12:page:3');
  expect(latestReadings('room-1').name).toBe('sensor:room-1:latest');
});

test('values live for an hour, those of sensors for a minute', () => {
  expect(userChart('a', 'b').lifetimeMs).toBe(3_600_000);
  expect(postsPage('a', '1').lifetimeMs).toBe(3_600_000);
  expect(latestReadings('a').lifetimeMs).toBe(60_000);
});

test('a user, a category and a device have a tag for all that is theirs', () => {
  expect(userChart('u', 'b').tags).toEqual([userCharts('u')]);
  expect(postsPage('c', '1').tags).toEqual([categoryPosts('c')]);
  expect(latestReadings('d').tags).toEqual(['sensor:d:latest']);
});

test('a part that could be read as two is refused', () => {
  for (const bad of ['', 'a:birth:b', 'a b', '가', 'x'.repeat(129)]) {
    expect(() => userChart(bad, 'b')).toThrow(RangeError);
  }
});
