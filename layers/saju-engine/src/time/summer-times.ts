/*
 * Summer times that the platform's Intl does not name and that the offsets around them do not give away: in the war, and where
 * standard time was changed as they began or ended. From the IANA data (2026d): those since 1940 that lasted for a year, or
 * were of many people.
 */

/** From and to on the clock, minutes of summer time, and the zones, each by a part of its name. */
const SUMMER_TIMES = `
1940-02-25T03:00 1940-06-14T23:00 60 Brussels Paris
1940-02-25T03:00 1946-10-07T00:00 0 Algiers
1941-04-29T23:00 1942-11-02T03:00 60 Athens Kiev Minsk
1941-12-16T01:00 1942-02-12T00:00 60 Manila
1942-01-31T01:00 1945-09-02T00:00 60 Shanghai
1942-08-01T01:00 1946-07-15T00:00 0 Punta_Arenas Santiago
1944-08-25T00:00 1944-10-08T01:00 120 Paris
1944-10-08T00:00 1945-04-02T02:00 60 Paris
1945-03-04T00:00 1945-12-01T00:00 60 Manila
1945-04-02T03:00 1945-09-16T03:00 120 Paris
1946-10-01T01:00 1963-10-01T00:00 60 Argentina Buenos_Aires Catamarca Cordoba Jujuy Mendoza
1962-07-15T01:00 1963-10-30T00:00 60 Istanbul
1977-03-22T00:00 1977-10-21T00:00 60 Tehran
2026-03-08T03:00 2026-11-01T02:00 60 Edmonton Vancouver
`;

/**
 * What has to be told of a zone: seconds of summer time at an instant, undefined where Intl tells. A row holds while the clock
 * shows the offset that it shows in its middle.
 */
export function toldSummerTimes(
  zone: string,
  utcOffset: (instant: number) => number,
): (instant: number) => number | undefined {
  const parts = zone.split('/');
  const rows = SUMMER_TIMES.split('\n')
    .map(row => row.split(' '))
    .filter(row => parts.some(part => row.includes(part)))
    .map(([from, to, minutes]) => {
      const [start, end] = [wallOf(from!), wallOf(to!)];
      const offset = utcOffset((start + end) / 2);
      return [start - offset, end - offset, offset, Number(minutes) * 60] as const;
    });
  return instant =>
    rows.find(([from, to, offset]) => instant >= from && instant < to && utcOffset(instant) === offset)?.[3];
}

function wallOf(text: string): number {
  return Date.parse(`${text}Z`) / 1000;
}
