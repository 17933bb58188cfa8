import { calculateSaju } from 'ssaju';

/**
 * ssaju 0.2.0 gives its tables only through charts. Ten days in a row, each at its twelve hours, have every day stem
 * with every hour stem and every hour branch; 2000-01-01 on is away from any 절 until the 6th, which changes neither.
 */
export const HOUR_CHARTS = Array.from({ length: 120 }, (_, n) =>
  calculateSaju({ year: 2000, month: 1, day: 1 + Math.floor(n / 12), hour: 2 * (n % 12), minute: 0 }),
);
