import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { createClient } from './client.ts';
import { testDocument } from './fixture.ts';

const served = async () => (await (await createClient())('GET', '/openapi.json')).text;

test.each([
  ['served', served],
  // Has what the served one may lack: parameters, bodies, problems of a domain.
  ['of the test operations', async () => JSON.stringify(testDocument)],
])('the document %s passes the linter’s recommended rules', async (_, source) => {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: await source(), absoluteRef: '/openapi.json', config });
  expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([]);
});
