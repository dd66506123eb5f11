import { text } from '#kernel';

/** Why a request is not even put to the rules. */
export const refusals = {
  notAuthorised: {
    code: 'not-authorised',
    message: text('This role may not make this request.', '此身分不得提出這項要求。'),
  },
  anotherStudent: {
    code: 'not-authorised',
    message: text('A student may act on his or her own record only.', '學生只可處理自己的紀錄。'),
  },
  overrideNotAuthorised: {
    code: 'override-not-authorised',
    message: text('This role may not set the rule aside on that authority.', '此身分無權以該授權豁免規則。'),
  },
  approvalNotAuthorised: {
    code: 'approval-not-authorised',
    message: text('This role may not write down an approval of that authority.', '此身分不得記錄該授權人的批准。'),
  },
  commandIdReused: {
    code: 'command-id-reused',
    message: text(
      'This command id was used before on this record, for a different request or by somebody else.',
      '此指令編號先前已用於同一紀錄的另一項要求，或由他人使用。',
    ),
  },
  preconditionFailed: {
    code: 'precondition-failed',
    message: text(
      'The record has changed since it was read; read it again and decide anew.',
      '紀錄在讀取後已有變更；請重新讀取後再提出要求。',
    ),
  },
  busy: {
    code: 'too-busy',
    message: text(
      'Other requests for this record kept coming first; send it again.',
      '同一紀錄有其他要求先行處理；請再次提交。',
    ),
  },
} as const;
