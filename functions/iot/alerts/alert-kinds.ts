/** What can be wrong with a device, or with what it measures. */
export const alertKinds = ['above_maximum', 'below_minimum', 'offline', 'low_battery', 'fault'] as const;

export type AlertKind = (typeof alertKinds)[number];

/** Why an alert is over. */
export const clearReasons = ['recovered', 'not_watched'] as const;

export type ClearReason = (typeof clearReasons)[number];
