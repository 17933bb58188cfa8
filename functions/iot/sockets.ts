import type { SocketDeclaration } from '../../platform/manifest/domain.ts';

/** Within five minutes. */
const counted = { statistic: 'sum', periodMinutes: 5, evaluationPeriods: 3 } as const;

/** The WebSocket APIs of this domain. */
export const iotSockets: readonly SocketDeclaration[] = [
  {
    name: 'live',
    purpose: 'New values of a location, within about a second',
    entry: 'functions/iot/live.socket.ts',
    database: 'app',
    tables: { connections: 'write', cache: 'write' },
    sockets: ['live'],
    memoryMb: 256,
    timeoutSeconds: 10,
    alarms: [
      {
        name: 'live-errors',
        impact: 'Operators cannot open a live feed, or it does not answer.',
        metric: { source: 'lambda', name: 'Errors' },
        ...counted,
        threshold: 1,
        comparison: 'greater-or-equal',
        breachingPeriods: 1,
        evaluationPeriods: 1,
      },
      {
        name: 'live-failures',
        impact: 'Some operators cannot open a live feed, or do not get the latest values when they open one.',
        metric: { source: 'heal7', name: 'socket_failures' },
        ...counted,
        threshold: 1,
        comparison: 'greater-or-equal',
        breachingPeriods: 2,
      },
      {
        name: 'live-refusals',
        impact: 'None by itself: somebody tries tickets that are none, or a page is not allowed that should be.',
        metric: { source: 'heal7', name: 'refused_socket_connections' },
        ...counted,
        // A page that was asleep comes back with an old ticket now and then.
        threshold: 100,
        comparison: 'greater',
        breachingPeriods: 2,
      },
    ],
  },
];
