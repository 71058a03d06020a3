import fc from 'fast-check';

// The same cases each time, so that a test says something about the change and not about chance; others with FC_SEED=…
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20260101) });
