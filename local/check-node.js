// Plain JavaScript that any Node.js can read: the sources are TypeScript, which only newer ones run as it is.
var major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    [
      `HEAL7 runs on Node.js 24; this is ${process.version}.`,
      'npm brings the right one along as the package "node", unless its install script was skipped:',
      '  npm rebuild node    then try again',
      'or install Node.js 24 or later from https://nodejs.org.',
    ].join('\n'),
  );
  process.exit(1);
}
