import type { Regime } from './facts.ts';
import { fiveCredit } from './five-credit/index.ts';
import type { RegulationPack } from './pack.ts';
import { threeCredit } from './three-credit/index.ts';

/** Every pack that the system judges by. */
export const packs: readonly RegulationPack[] = [fiveCredit, threeCredit];

const OF: Readonly<Record<Regime, RegulationPack>> = { '5cu': fiveCredit, '3cu': threeCredit };

/** The rules of a regime. */
export const packFor = (regime: Regime): RegulationPack => OF[regime];
