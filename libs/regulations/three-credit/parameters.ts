/** The three-credit-unit regulations as they stand since September 2022. */
export const THREE_CREDIT_PACK = 'three-credit@2022-09';
