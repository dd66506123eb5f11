/** The five-credit-unit regulations as they stand since September 2022. */
export const FIVE_CREDIT_PACK = 'five-credit@2022-09';
