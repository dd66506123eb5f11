import { recordUseCases } from '#academic-record';
import { catalogueUseCases } from '#catalogue';
import type { AnyUseCase } from '#commands';

/** Everything that can be asked of the system. */
export const useCases: readonly AnyUseCase[] = [...catalogueUseCases, ...recordUseCases];

export const useCaseNamed = (name: string): AnyUseCase | undefined =>
  useCases.find((useCase) => useCase.command.name === name);
