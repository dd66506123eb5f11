import 'reflect-metadata';
import { combinations } from '../../libs/system/testing/combinations.ts';
import { describeStoriesOn, PRODUCTION } from './telling.ts';

// The mixed pairs go with the embedded one, so that the two files take about as long as each other.
describeStoriesOn(combinations.filter(({ name }) => name !== PRODUCTION));
