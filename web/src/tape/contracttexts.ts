import type { ContractText } from '../store/contracts';

/**
 * Contracts of the rows on the screen. Two generations: the rows still drawn while the worker begins
 * again are of the one before.
 */
export class ContractTexts {
  private now = new Map<number, ContractText>();
  private before = new Map<number, ContractText>();

  get(id: number): ContractText | undefined {
    return this.now.get(id) ?? this.before.get(id);
  }

  learn(contracts: readonly ContractText[], anew: boolean): void {
    if (anew) {
      this.before = this.now;
      this.now = new Map();
    }
    for (const contract of contracts) {
      this.now.set(contract.id, contract);
    }
  }
}
