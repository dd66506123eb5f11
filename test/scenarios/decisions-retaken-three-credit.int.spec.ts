import 'reflect-metadata';
import { describeDecisionsRetaken } from './retaking.ts';

describeDecisionsRetaken('three-credit');
