import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';
import type { Handler } from '../../../platform/http/route.ts';
import type { getExamplePage, getProblemsPage, getReferencePage } from './contract.ts';
import { examplePage } from './example-page.ts';
import { problemsPage, referencePage } from './page.ts';

export function createReferencePage(): Handler<typeof getReferencePage> {
  return (_, { language }) => referencePage(language);
}

export function createExamplePage(): Handler<typeof getExamplePage> {
  return (_, { language }) => examplePage(language);
}

export function createProblemsPage(deps: { readonly kinds: readonly ProblemKind[] }): Handler<typeof getProblemsPage> {
  return (_, { language }) => problemsPage(language, deps.kinds);
}
