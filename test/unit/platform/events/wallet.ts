import * as z from 'zod';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import type { ProblemKind } from '../../../../platform/errors/problem-kind.ts';
import type { Aggregate } from '../../../../platform/events/aggregate.ts';
import { type EventOf, eventType } from '../../../../platform/events/event-type.ts';

/** An aggregate that exists for tests: a wallet that is opened, charged and spent from, and never overdrawn. */

const amount = z.int().min(1);

export const opened = eventType({
  name: 'wallet.opened',
  version: 1,
  summary: 'Somebody has a wallet.',
  data: z.strictObject({ owner: z.string() }),
});
export const charged = eventType({
  name: 'wallet.charged',
  version: 1,
  summary: 'Money was put into a wallet.',
  data: z.strictObject({ amount }),
});
export const spent = eventType({
  name: 'wallet.spent',
  version: 2,
  summary: 'Money was spent out of a wallet.',
  data: z.strictObject({ amount, on: z.string() }),
  earlier: [z.strictObject({ amount })],
  // Version 1 did not say what it was spent on.
  upcast: data => ({ ...(data as object), on: 'unknown' }),
});

const walletEvents = [opened, charged, spent] as const;

export type WalletEvent = EventOf<(typeof walletEvents)[number]>;

export type WalletCommand =
  | { readonly do: 'open'; readonly owner: string }
  | { readonly do: 'charge'; readonly amount: number }
  | { readonly do: 'spend'; readonly amount: number; readonly on: string }
  /** Spends what is there, which may be nothing. */
  | { readonly do: 'empty'; readonly on: string };

const walletState = z.strictObject({ owner: z.string().nullable(), balance: z.int(), bought: z.array(z.string()) });
type WalletState = z.output<typeof walletState>;

function problem(code: string): ProblemKind {
  return { code, status: 409, title: { ko: code, en: code }, detail: () => ({ ko: code, en: code }) };
}

export const wallet: Aggregate<WalletState, WalletCommand, (typeof walletEvents)[number]> = {
  events: walletEvents,
  initial: { owner: null, balance: 0, bought: [] },
  decide(command, { owner, balance }) {
    if (command.do === 'open') {
      if (owner !== null) throw new DomainError(problem('already_open'));
      return [opened.of({ owner: command.owner })];
    }
    if (owner === null) throw new DomainError(problem('not_open'));
    switch (command.do) {
      case 'charge':
        return [charged.of({ amount: command.amount })];
      case 'spend':
        if (balance < command.amount) throw new DomainError(problem('overdrawn'));
        return [spent.of({ amount: command.amount, on: command.on })];
      case 'empty':
        return balance === 0 ? [] : [spent.of({ amount: balance, on: command.on })];
    }
  },
  evolve(state, { type, data }) {
    switch (type) {
      case 'wallet.opened':
        return { ...state, owner: data.owner };
      case 'wallet.charged':
        return { ...state, balance: state.balance + data.amount };
      case 'wallet.spent':
        return { ...state, balance: state.balance - data.amount, bought: [...state.bought, data.on] };
    }
  },
  snapshot: { version: 1, state: walletState, every: 5 },
};

/** What a wallet does, told once: tried on the bare functions, and on streams in the database. */
export interface Scenario {
  readonly name: string;
  readonly given: readonly WalletEvent[];
  readonly when: WalletCommand;
  /** The events it leads to, or the code of its refusal. */
  readonly leadsTo: readonly WalletEvent[] | string;
}

const open = opened.of({ owner: 'u1' });

export const scenarios: readonly Scenario[] = [
  { name: 'a new wallet is opened', given: [], when: { do: 'open', owner: 'u1' }, leadsTo: [open] },
  { name: 'an open wallet is not opened', given: [open], when: { do: 'open', owner: 'u2' }, leadsTo: 'already_open' },
  { name: 'no wallet is not charged', given: [], when: { do: 'charge', amount: 5 }, leadsTo: 'not_open' },
  {
    name: 'an open wallet is charged',
    given: [open],
    when: { do: 'charge', amount: 5 },
    leadsTo: [charged.of({ amount: 5 })],
  },
  {
    name: 'the last coin may be spent',
    given: [open, charged.of({ amount: 5 }), spent.of({ amount: 2, on: 'tea' })],
    when: { do: 'spend', amount: 3, on: 'cake' },
    leadsTo: [spent.of({ amount: 3, on: 'cake' })],
  },
  {
    name: 'one coin more may not',
    given: [open, charged.of({ amount: 5 }), spent.of({ amount: 2, on: 'tea' })],
    when: { do: 'spend', amount: 4, on: 'cake' },
    leadsTo: 'overdrawn',
  },
  {
    name: 'a wallet with money is emptied',
    given: [open, charged.of({ amount: 5 })],
    when: { do: 'empty', on: 'x' },
    leadsTo: [spent.of({ amount: 5, on: 'x' })],
  },
  { name: 'an empty wallet stays as it is', given: [open], when: { do: 'empty', on: 'x' }, leadsTo: [] },
];

/** What a scenario says of a decision. */
export async function outcome(decide: () => unknown): Promise<unknown> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof DomainError) return error.kind.code;
    throw error;
  }
}
