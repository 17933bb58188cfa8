import { build } from 'esbuild';

/** What the tests ask of @gracefullight/saju 1.3.0. */
interface Gracefullight {
  readonly HIDDEN_STEMS: Readonly<Record<string, readonly string[]>>;
  getTenGodForStem(dayStem: string, stem: string): { readonly hanja: string };
  getTenGodForBranch(dayStem: string, branch: string): { readonly hanja: string };
  /** Of the third pillar's stem on the branch of each. */
  analyzeTwelveStages(...pillars: [string, string, string, string]): Record<'year', { readonly hanja: string }>;
  getNayin(gapja: number): { readonly hanja: string };
  /** Month 1 is 寅. */
  calculateMonthlyLuck(year: number, from: number, to: number): readonly { readonly pillar: string }[];
}

/** The package imports its own files without their extensions, which Node.js does not resolve: bundled, it loads. */
export async function loadGracefullight(): Promise<Gracefullight> {
  const { outputFiles } = await build({
    stdin: { contents: "export * from '@gracefullight/saju'", resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]!.contents).toString('base64');
  return import(/* @vite-ignore */ `data:text/javascript;base64,${code}`);
}
