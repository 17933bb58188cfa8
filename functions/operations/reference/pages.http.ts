import type { FieldKind } from '../../../platform/errors/field-kind.ts';
import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';
import type { EventType } from '../../../platform/events/event-type.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { once } from '../once.ts';
import type { getEventsPage, getExamplePage, getProblemsPage, getReferencePage } from './contract.ts';
import { eventsPage } from './events-page.ts';
import { examplePage } from './example-page.ts';
import { problemsPage, referencePage } from './page.ts';

export function createReferencePage(): Handler<typeof getReferencePage> {
  return (_, { language }) => referencePage(language);
}

export function createExamplePage(): Handler<typeof getExamplePage> {
  return (_, { language }) => examplePage(language);
}

export function createEventsPage(types: readonly EventType[]): Handler<typeof getEventsPage> {
  // Made of every schema: 20 ms and more in a cold process.
  const pages = {
    ko: once(() => ({ text: eventsPage('ko', types) })),
    en: once(() => ({ text: eventsPage('en', types) })),
  };
  return (_, { language }) => pages[language]().text;
}

export function createProblemsPage({
  kinds,
  fieldKinds,
}: {
  readonly kinds: readonly ProblemKind[];
  /** Of domains; those of the platform are known. */
  readonly fieldKinds: readonly FieldKind[];
}): Handler<typeof getProblemsPage> {
  return (_, { language }) => problemsPage(language, kinds, fieldKinds);
}
