import { beforeEach, describe, expect, test } from 'vitest';
import { ARRIVAL, at, type Visitor, visiting } from './visiting.ts';

const { clock, caller, place, reset, measured, visitor, checkedIn, checkOut, tellComfort } = await visiting();

beforeEach(reset);

describe('operators', () => {
  const query = () => `/v1/iot/visit-statistics?locationId=${place.locationId}&from=2026-03-01&to=2026-03-31`;

  /** So many users, each there for so many minutes; these levels are what the first of them say of their comfort. */
  async function visits(many: number, minutes: number, levels: readonly number[] = []): Promise<Visitor> {
    let last: Visitor | undefined;
    for (let each = 0; each < many; each++) {
      last = await visitor();
      clock.now = at(ARRIVAL);
      const id = await checkedIn(last);
      const level = levels[each];
      if (level !== undefined) await tellComfort(last, id, level);
      clock.now = at(ARRIVAL + minutes);
      await checkOut(last, id);
    }
    return last!;
  }

  /** What operators are told of comfort. */
  async function comfortTold(visitors: number, levels: readonly number[]) {
    const one = await visits(visitors, 10, levels);
    caller.roles = ['operator'];
    const { averageComfort, askedComfort } = (await one.call('GET', query())).json.parts[0];
    return { averageComfort, askedComfort };
  }

  test('see how a place is used, of five visitors or more together', async () => {
    await measured(ARRIVAL + 1, { presence: 1, temperature: 22 });
    const one = await visits(5, 10);
    caller.roles = ['operator'];
    const { status, json, text } = await one.call('GET', query());
    expect(status, text).toBe(200);
    expect(json).toEqual({
      parts: [
        {
          date: '2026-03-02',
          timeSlot: 'morning',
          visitors: 5,
          averageDwellMinutes: 10,
          averageComfort: 5,
          askedComfort: 0,
          points: [{ deviceId: place.device, visitors: 5, minutes: 5 }],
        },
      ],
      withheld: 0,
    });
  });

  test('are told nothing of four, but that there were some', async () => {
    const one = await visits(4, 10);
    caller.roles = ['operator'];
    expect((await one.call('GET', query())).json).toEqual({ parts: [], withheld: 1 });
  });

  test.each([
    ['one alone said it', 5, [2], {}],
    ['four said it', 9, [2, 3, 4, 5], {}],
    ['one said it, and of the others it is inferred', 6, [1], { temperature: 22 }],
    ['one alone did not say it', 6, [1, 2, 3, 4, 5], {}],
  ])('are not told of the comfort of visitors of whom %s', async (_, visitors, levels, air) => {
    await measured(ARRIVAL + 1, air);
    expect(await comfortTold(visitors, levels)).toEqual({ averageComfort: null, askedComfort: null });
  });

  test.each([
    ['all five said it', 5, [1, 2, 3, 4, 4], {}, { averageComfort: 2.8, askedComfort: 5 }],
    ['five said it, and five did not', 10, [1, 2, 3, 4, 4], {}, { averageComfort: 2.8, askedComfort: 5 }],
    [
      'five said it, and of five it is inferred',
      10,
      [1, 2, 3, 4, 5],
      { temperature: 22 },
      { averageComfort: 4, askedComfort: 5 },
    ],
  ])('are told of the comfort of visitors of whom %s', async (_, visitors, levels, air, told) => {
    await measured(ARRIVAL + 1, air);
    expect(await comfortTold(visitors, levels)).toEqual(told);
  });

  test('are told which range is none', async () => {
    const one = await visitor();
    caller.roles = ['operator'];
    for (const range of ['from=2026-03-02&to=2026-03-01', 'from=2026-01-01&to=2026-04-03']) {
      const { json } = await one.call('GET', `/v1/iot/visit-statistics?locationId=${place.locationId}&${range}`);
      expect(json).toMatchObject({ status: 400, errors: [{ path: 'to', code: 'invalid_range' }] });
    }
    const yearZero = `locationId=${place.locationId}&from=0000-01-01&to=0000-01-02`;
    const { json } = await one.call('GET', `/v1/iot/visit-statistics?${yearZero}`);
    const errors = ['from', 'to'].map(path => ({ path, code: 'date_out_of_range' }));
    expect(json).toMatchObject({ status: 400, errors });
  });
});
