import 'reflect-metadata';
import { combinations } from '../../libs/system/testing/combinations.ts';
import { describeStoriesOn, PRODUCTION } from './telling.ts';

describeStoriesOn(combinations.filter(({ name }) => name === PRODUCTION));
