import type { SharedLevel, SharedState } from '../../../../platform/cache/shared-level.ts';

/** As if L1 did without the version check: what was once read of a key is taken for what is there now. */
export function rememberingVersions(shared: SharedLevel): SharedLevel {
  const remembered = new Map<string, SharedState>();
  return {
    ...shared,
    async read(key, wanted) {
      const state = await shared.read(key, wanted);
      const versions = remembered.get(key.name)?.versions ?? state.versions;
      remembered.set(key.name, { ...state, versions });
      return { ...state, versions };
    },
  };
}

/** As if values carried the versions from after their computation: an invalidation in between is missed. */
export function versionsAfterComputing(shared: SharedLevel, tagsOf: (name: string) => readonly string[]): SharedLevel {
  return {
    ...shared,
    async write(name, value) {
      await shared.write(name, { ...value, versions: await shared.versions(tagsOf(name)) });
    },
  };
}
