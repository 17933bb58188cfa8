import fc from 'fast-check';

/** Property tests try the same cases in every run, so that a change is judged by itself; `FC_SEED=$RANDOM npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });
