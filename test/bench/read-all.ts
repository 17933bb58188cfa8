/**
 * Readers of whole answers. Answers that are plain data are read by code generated from samples of them: the same
 * kind of code for every library, as fast as written by hand, that leaves no field out.
 */

/** What a place in an answer has been seen to hold. */
interface Shape {
  readonly primitives: Set<string>;
  absent: boolean;
  fields: Map<string, Shape> | undefined;
  elements: Shape | undefined;
}

/**
 * A reader of all fields of answers such as those to the samples. Its number depends on every one.
 * Each answer is dropped before the next is made: where thousands live at once V8 takes them for long-lived, allocates
 * all later ones in the old generation, and the measurement is one of its collector.
 */
export function readerOf<Sample, Answer>(
  samples: readonly Sample[],
  answer: (sample: Sample) => Answer,
): (answer: Answer) => number {
  const shape = emptyShape();
  for (const sample of samples) learn(shape, answer(sample));
  const functions = new Map<string, string>();
  const root = functionFor(shape, functions);
  return new Function(`'use strict';\n${[...functions.values()].join('\n')}\nreturn ${root};`)();
}

function emptyShape(): Shape {
  return { primitives: new Set(), absent: false, fields: undefined, elements: undefined };
}

function learn(shape: Shape, value: unknown): void {
  if (value === null || value === undefined) {
    shape.absent = true;
  } else if (Array.isArray(value)) {
    shape.elements ??= emptyShape();
    for (const element of value) learn(shape.elements, element);
  } else if (typeof value === 'object') {
    const known = shape.fields;
    shape.fields ??= new Map();
    for (const [name, field] of Object.entries(value)) {
      // Methods are no data.
      if (typeof field === 'function') continue;
      const fieldShape = shape.fields.get(name) ?? emptyShape();
      if (known !== undefined && !shape.fields.has(name)) fieldShape.absent = true;
      learn(fieldShape, field);
      shape.fields.set(name, fieldShape);
    }
    for (const [name, fieldShape] of shape.fields) if (!(name in value)) fieldShape.absent = true;
  } else {
    shape.primitives.add(typeof value);
  }
}

/** Name of the function that reads a shape; one for all places of the same shape. */
function functionFor(shape: Shape, functions: Map<string, string>): string {
  const lines: string[] = [];
  if (shape.fields !== undefined) {
    for (const [name, field] of shape.fields)
      lines.push(`sum += ${expression(`value[${JSON.stringify(name)}]`, field, functions)};`);
  } else if (shape.elements !== undefined) {
    lines.push(`for (let n = 0; n < value.length; n++) sum += ${expression('value[n]', shape.elements, functions)};`);
  } else {
    lines.push(`sum += ${expression('value', shape, functions)};`);
  }
  const body = lines.join(' ');
  if (!functions.has(body)) {
    functions.set(body, `function read${functions.size}(value) { let sum = 0; ${body} return sum | 0; }`);
  }
  return /^function (\w+)/.exec(functions.get(body)!)![1]!;
}

function expression(value: string, shape: Shape, functions: Map<string, string>): string {
  const read =
    shape.fields !== undefined || shape.elements !== undefined
      ? `${functionFor(shape, functions)}(${value})`
      : primitive(value, shape.primitives);
  return shape.absent ? `(${value} == null ? 0 : ${read})` : read;
}

/** Loads the field and, of a text, its length: a nanosecond or less, so that what is measured is the library. */
function primitive(value: string, types: ReadonlySet<string>): string {
  if (types.size === 0) return '0';
  const length = `${value}.length`;
  const number = `(${value} | 0)`;
  if (!types.has('string')) return number;
  return types.size === 1 ? length : `(typeof ${value} === 'string' ? ${length} : ${number})`;
}
