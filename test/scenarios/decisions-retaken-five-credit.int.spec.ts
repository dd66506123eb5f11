import 'reflect-metadata';
import { describeDecisionsRetaken } from './retaking.ts';

describeDecisionsRetaken('five-credit');
