const number = (value) => {
  if (value === null || value === undefined) return '–';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
};
const ratio = (value) => (value === null || value === undefined ? '–' : `${number(value)}×`);
const HEAD = ['case', 'unit', 'to bare', 'to peer', 'ours', 'bare', 'peer', ''];

/** The results as a table for people: ratios first, because they hold on other machines too. */
export function table({ machine, cases }) {
  const rows = cases.map((result) => [
    result.id,
    result.unit,
    ratio(result.ratioToBare),
    ratio(result.ratioToPeer),
    number(result.ours),
    number(result.bare),
    number(result.peer),
    remark(result),
  ]);
  const widths = HEAD.map((_, column) => Math.max(...[HEAD, ...rows].map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => (column < 2 || column === 7 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd();
  const { cpu, cores, memory, node, os } = machine;
  return [`${cpu}, ${cores} cores, ${memory}, Node ${node.slice(1)}, ${os}`, '', ...[HEAD, ...rows].map(line)].join(
    '\n',
  );
}

function remark({ error, peakMemoryMb, peakMemoryMb4x, events }) {
  if (error) return `failed: ${error}`;
  if (peakMemoryMb === null || peakMemoryMb === undefined) return '';
  const four = peakMemoryMb4x === null ? '' : `, ${number(peakMemoryMb4x)} MB at 4×`;
  return `${number(events)} events, peak ${number(peakMemoryMb)} MB${four}`;
}
