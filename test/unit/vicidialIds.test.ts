import { splitIds } from '../../nodes/Vicidial/ids';

describe('IDs that VICIdial has joined with dashes', () => {
  test.each([
    ['without dashes', 'SALES-SUPPORT', ['SUPPORT', 'SALES'], ['SALES', 'SUPPORT']],
    ['with dashes', 'UK-SALES-SUPPORT', ['UK-SALES', 'SUPPORT'], ['UK-SALES', 'SUPPORT']],
    ['with a dash at each end', '-SALES-SUPPORT-', ['SALES', 'SUPPORT'], ['SALES', 'SUPPORT']],
    ['one', 'SALES', [], ['SALES']],
    ['none', '', ['SALES'], []],
  ])('%s', (_, text, known, ids) => {
    expect(splitIds(text, known)).toEqual(ids);
  });

  test.each([
    ['one of them is not known', ['SUPPORT']],
    ['there are two ways', ['UK-SALES', 'SUPPORT', 'UK', 'SALES']],
    ['none is known', []],
  ])('as they came where %s', (_, known) => {
    expect(splitIds('UK-SALES-SUPPORT', known)).toEqual(['UK-SALES-SUPPORT']);
  });

  test('a long list in time that does not grow with the ways there are', () => {
    const text = Array.from({ length: 400 }, () => 'A').join('-');
    expect(splitIds(text, ['A', 'A-A'])).toEqual([text]);
  });
});
