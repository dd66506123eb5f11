import { recordUseCases } from '#academic-record';
import { catalogueUseCases } from '#catalogue';
import type { AnyUseCase } from '#commands';

/** Everything that is decided. */
const decided: readonly AnyUseCase[] = [...catalogueUseCases, ...recordUseCases];

/** Everything that can be asked of the system. */
export const useCases: readonly AnyUseCase[] = decided.filter(({ internal }) => !internal);

/** Whatever a decision in the log may be of, asked for by somebody or not. */
export const useCaseNamed = (name: string): AnyUseCase | undefined =>
  decided.find((useCase) => useCase.command.name === name);
