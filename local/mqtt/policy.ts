import * as z from 'zod';

type PolicyAction = 'iot:Connect' | 'iot:Publish' | 'iot:RetainPublish' | 'iot:Subscribe' | 'iot:Receive';

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]).transform(value => [value].flat());

/** A policy of AWS IoT Core, as far as it is evaluated here: one with conditions or variables is none of ours. */
export const policyDocument = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z
    .array(z.strictObject({ Effect: z.enum(['Allow', 'Deny']), Action: oneOrMore, Resource: oneOrMore }))
    .min(1),
});

export type PolicyDocument = z.output<typeof policyDocument>;

/** What a client may do. */
export interface Policy {
  /** @param resource `topic/devices/…`, of the account and region that the policy is for */
  allows(action: PolicyAction, resource: string): boolean;
}

/** Where resources are: `arn:aws:iot:ap-northeast-2:000000000000:`. */
export function createPolicy(documents: readonly PolicyDocument[], resources: string): Policy {
  const statements = documents
    .flatMap(({ Statement }) => Statement)
    .map(({ Effect, Action, Resource }) => ({ Effect, actions: matcher(Action), resources: matcher(Resource) }));
  return {
    allows(action, resource) {
      const arn = resources + resource;
      const effects = statements
        .filter(statement => statement.actions(action) && statement.resources(arn))
        .map(({ Effect }) => Effect);
      return effects.includes('Allow') && !effects.includes('Deny');
    },
  };
}

/** `*` is any characters, `?` is one; MQTT's own wildcards stand for themselves. */
function matcher(patterns: readonly string[]): (value: string) => boolean {
  const exact = new Set(patterns.filter(pattern => !/[*?]/.test(pattern)));
  const open = patterns
    .filter(pattern => !exact.has(pattern))
    .map(pattern => new RegExp(`^${pattern.replaceAll(/[^\w]/g, openOrItself)}$`, 's'));
  return value => exact.has(value) || open.some(expression => expression.test(value));
}

function openOrItself(character: string): string {
  if (character === '*') return '.*';
  return character === '?' ? '.' : `\\${character}`;
}
