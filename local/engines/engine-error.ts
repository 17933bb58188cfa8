/** An engine that cannot start for a reason the person at the keyboard can mend: the message says how. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/** What to do about data that were lost or damaged: never to delete what is left. */
export const PUT_BACK =
  'Put back what was there from a copy of your data, or begin with data elsewhere: HEAL7_DATA=/another/folder npm start';
