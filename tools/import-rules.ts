import type { IFlattenedRuleSet } from 'dependency-cruiser';

/** Who may import whom. docs/architecture.md says why. */
const rules: IFlattenedRuleSet = {
  forbidden: [
    {
      name: 'the-engine-imports-nothing',
      severity: 'error',
      from: { path: '^layers/saju-engine/src/' },
      to: { pathNot: '^layers/saju-engine/src/' },
    },
    {
      name: 'the-core-of-the-engine-has-no-texts',
      severity: 'error',
      from: { path: '^layers/saju-engine/src/', pathNot: '^layers/saju-engine/src/(interpretation|glossary)/' },
      // Which kinds of codes there are is the core's to say.
      to: { path: '^layers/saju-engine/src/(interpretation|glossary)/', pathNot: 'glossary/kinds\\.ts$' },
    },
    {
      name: 'the-engine-is-built-from-the-ground-up',
      severity: 'error',
      from: { path: '^layers/saju-engine/src/(tables|sky|time|calendar|analysis)/' },
      to: { path: '^layers/saju-engine/src/(chart|luck|pair|days)/' },
    },
    {
      name: 'others-use-the-engine-by-its-package',
      severity: 'error',
      from: { pathNot: '^(layers|test|tools|lib)/' },
      to: { path: '^layers/saju-engine/src/(?!index\\.ts$)', dependencyTypes: ['local'] },
    },
    {
      name: 'a-domain-imports-no-other-domain',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      // They meet through events, whose contracts are each domain's to publish. Operations reads the manifest: the contracts
      // of all domains are what it serves.
      to: { path: '^functions/([^/]+)', pathNot: ['^functions/$1/', '/events\\.ts$', '^functions/manifest\\.ts$'] },
    },
    {
      name: 'only-operations-reads-the-manifest',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/(operations/|manifest\\.ts)' },
      to: { path: '^functions/manifest\\.ts$' },
    },
    {
      name: 'the-manifest-lists-domains-and-loads-no-handler',
      severity: 'error',
      from: { path: '^functions/(manifest|[^/]+/domain)\\.ts$' },
      to: { path: '\\.(http|stream|job|socket)\\.ts$|^functions/[^/]+/http\\.ts$', reachable: true },
    },
    {
      name: 'functions-talk-through-platform',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(lib|local|test|tools|bin)/' },
    },
    {
      name: 'platform-knows-no-domain-and-no-host',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(functions|lib|local|test|tools|bin)/' },
    },
    {
      name: 'aws-and-the-database-only-behind-platform',
      severity: 'error',
      from: { pathNot: '^(platform|local|test)/' },
      to: { path: 'node_modules/(@aws-sdk|postgres)/' },
    },
    {
      name: 'what-runs-does-not-import-what-deploys-or-develops',
      severity: 'error',
      from: { path: '^(functions|platform|layers/saju-engine/src)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
};

export default rules;
