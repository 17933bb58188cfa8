import type { JobDeclaration } from '../../platform/manifest/domain.ts';
import { jobAlarms } from '../../platform/manifest/job-alarms.ts';

/** The jobs of this domain. */
export const iotJobs: readonly JobDeclaration[] = [
  {
    name: 'push-device-configs',
    purpose: 'Devices whose new interval or thresholds could not be published when they were changed are told',
    entry: 'functions/iot/push-device-configs.job.ts',
    schedule: { cron: '* * * * *', timeZone: 'Asia/Seoul' },
    database: 'app',
    mqtt: 'publish',
    memoryMb: 256,
    timeoutSeconds: 60,
    alarms: jobAlarms('push-device-configs', 1, {
      failed: 'Devices go on measuring at their former interval. Alerts follow new thresholds at once all the same.',
      notRun: 'A device whose new interval could not be published when it was changed goes on at its former one.',
    }),
  },
  {
    name: 'watch-devices',
    purpose:
      'Devices that missed three of their intervals have an alert; alerts of what nobody watches any more are cleared',
    entry: 'functions/iot/watch-devices.job.ts',
    schedule: { cron: '* * * * *', timeZone: 'Asia/Seoul' },
    database: 'app',
    streams: ['user-events', 'consultation-events'],
    memoryMb: 256,
    timeoutSeconds: 120,
    alarms: jobAlarms('watch-devices', 1, {
      failed: 'Nobody is told of devices that fall silent; the list of devices shows them as offline all the same.',
      notRun: 'Nobody is told of devices that fall silent; the list of devices shows them as offline all the same.',
    }),
  },
  {
    name: 'retry-alert-deliveries',
    purpose: 'Webhooks and the topic are told of alerts that they did not take at first',
    entry: 'functions/iot/retry-alert-deliveries.job.ts',
    schedule: { cron: '* * * * *', timeZone: 'Asia/Seoul' },
    database: 'app',
    keys: ['hash'],
    alertTopic: true,
    internet: true,
    streams: ['user-events', 'consultation-events'],
    memoryMb: 256,
    timeoutSeconds: 120,
    alarms: [
      ...jobAlarms('retry-alert-deliveries', 1, {
        failed: 'Webhooks and subscribers that did not take an alert at first are not told of it.',
        notRun: 'Webhooks and subscribers that did not take an alert at first are not told of it.',
      }),
      {
        name: 'alert-deliveries-overdue',
        impact: 'Webhooks or subscribers have not been told of alerts for a quarter of an hour or more.',
        metric: { source: 'heal7', name: 'alert_deliveries_overdue' },
        statistic: 'maximum',
        threshold: 1,
        comparison: 'greater-or-equal',
        periodMinutes: 5,
        // A receiver that is deployed anew is away for minutes.
        breachingPeriods: 3,
        evaluationPeriods: 3,
      },
      {
        name: 'webhooks-disabled',
        impact: 'A webhook took nothing for a day, or said that it wants nothing more: it is told of no more alerts.',
        metric: { source: 'heal7', name: 'webhooks_disabled' },
        statistic: 'sum',
        threshold: 1,
        comparison: 'greater-or-equal',
        periodMinutes: 5,
        breachingPeriods: 1,
        evaluationPeriods: 1,
      },
    ],
  },
  {
    name: 'keep-visits',
    purpose: 'Forgotten visits are ended, patterns count readings that came late, and visits without consent are gone',
    entry: 'functions/iot/keep-visits.job.ts',
    schedule: { cron: '20 * * * *', timeZone: 'Asia/Seoul' },
    database: 'app',
    memoryMb: 256,
    timeoutSeconds: 300,
    alarms: jobAlarms('keep-visits', 3, {
      failed: 'Visits without a check-out stay open, and how places are used lacks readings that came late.',
      notRun: 'Visits without a check-out stay open, and how places are used lacks readings that came late.',
    }),
  },
];
