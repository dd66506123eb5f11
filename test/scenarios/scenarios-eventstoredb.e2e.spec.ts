import 'reflect-metadata';
import { combinations } from '../../libs/system/testing/combinations.ts';
import { describeStoriesOn } from './telling.ts';

describeStoriesOn(combinations.filter(({ name }) => name.startsWith('EventStoreDB and')));
