import { refuse, text } from '#kernel';

export const unknownAssignment = (id: string) =>
  refuse('unknown-assignment', text(`The course has no assessed work ${id}.`, `該學科沒有評核項目 ${id}。`));
