import { describe, expect, test } from 'vitest';
import { SettingsError, settingsFrom, stageNames } from '../../../lib/config.ts';

const from = (values: Record<string, unknown>) => settingsFrom(name => values[name]);

describe('stage settings', () => {
  test('there are the stages dev and prod, and both parse', () => {
    expect(stageNames).toEqual(['dev', 'prod']);
    for (const stage of stageNames) expect(from({ stage }).stage).toBe(stage);
  });

  test('an unnamed stage is dev, in Seoul, in no particular account', () => {
    const settings = from({});
    expect(settings).toMatchObject({ stage: 'dev', region: 'ap-northeast-2' });
    expect(settings.account).toBeUndefined();
  });

  test('prod keeps logs longer than dev, and keeps them when a stack is deleted', () => {
    const [dev, prod] = [from({ stage: 'dev' }), from({ stage: 'prod' })];
    expect(prod.logs.retentionDays).toBeGreaterThan(dev.logs.retentionDays);
    expect([dev.logs.keepAfterDeletion, prod.logs.keepAfterDeletion]).toEqual([false, true]);
  });

  test('an unknown stage is refused with the stages there are and how to choose one', () => {
    expect(() => from({ stage: 'production' })).toThrow(SettingsError);
    expect(() => from({ stage: 'production' })).toThrow(/"production".*dev, prod.*-c stage=prod.*HEAL7_STAGE/);
  });

  test.each([
    ['account', '1234', /account.*twelve digits/],
    ['alarmEmail', 'nobody', /alarmEmail/],
  ])('a wrong %s is refused by its name', (name, value, message) => {
    expect(() => from({ [name]: value })).toThrow(message);
  });

  test('raw history of readings is in Aurora alone in dev, and beside it in Tokyo’s Timestream in prod', () => {
    expect(from({ stage: 'dev' }).timeseries).toEqual({ store: 'aurora' });
    expect(from({ stage: 'prod' }).timeseries).toEqual({ store: 'timestream', region: 'ap-northeast-1' });
  });

  test('whoever deploys may have it in Aurora, where an account is not let have Timestream, or in another region', () => {
    expect(from({ stage: 'prod', timeseries: 'aurora' }).timeseries).toEqual({ store: 'aurora' });
    const region = 'eu-west-1';
    expect(from({ stage: 'dev', timeseries: region }).timeseries).toEqual({ store: 'timestream', region });
  });

  test.each(['ap-northeast-2', 'us-west-1', 'timestream'])('%s is refused as a region of Timestream', timeseries => {
    expect(() => from({ timeseries })).toThrow(SettingsError);
    // Of a setting that may be two things, the message names both.
    expect(() => from({ timeseries })).toThrow(/timeseries\S*: is neither "aurora" nor a region with .*ap-northeast-1/);
  });
});
