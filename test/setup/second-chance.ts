import { jest } from '@jest/globals';

/**
 * On a machine that is shared, a spec whose deadline is a second or two can be late through no fault of the program. In CI
 * each test has a second chance, and what went wrong the first time is printed all the same.
 */
if (process.env.CI) jest.retryTimes(2, { logErrorsBeforeRetry: true });
