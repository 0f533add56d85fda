// Decodes with onnxruntime-node as its documentation shows it: the outputs of one run are the
// inputs of the next. Reads commands from standard input, one a line:
//
//   open GRAPH THREADS TYPE       TYPE is that of the cache, float32 or float16
//   prefill ID,ID,...             answers with milliseconds
//   steps ID,ID,...               one run for each; answers with milliseconds for all
import {createInterface} from 'node:readline';
import * as ort from 'onnxruntime-node';

let session;
let type;
let past;
let length;

async function open(graph, threads, cacheType) {
  type = cacheType;
  session = await ort.InferenceSession.create(graph, {
    intraOpNumThreads: Number(threads),
    interOpNumThreads: 1,
    executionMode: 'sequential',
    enableMemPattern: false,
    logSeverityLevel: 4,
    extra: {session: {intra_op: {allow_spinning: '0'}}},
  });
}

function clear() {
  past = {};
  length = 0;
  for (const input of session.inputMetadata) {
    if (input.name.startsWith('past_key_values')) {
      const [, heads, , width] = input.shape;
      const empty = type === 'float16' ? new Uint16Array(0) : new Float32Array(0);
      past[input.name] = new ort.Tensor(type, empty, [1, heads, 0, width]);
    }
  }
}

async function run(ids) {
  const total = length + ids.length;
  const row = (values) => new ort.Tensor('int64', BigInt64Array.from(values), [1, values.length]);
  const outputs = await session.run({
    ...past,
    input_ids: row(ids.map(BigInt)),
    attention_mask: row(Array.from({length: total}, () => 1n)),
    position_ids: row(ids.map((_, i) => BigInt(length + i))),
  });
  for (const name of Object.keys(past)) {
    past[name] = outputs[name.replace('past_key_values', 'present')];
  }
  length = total;
  const {data, dims} = outputs.logits;
  return data.slice(data.length - dims[2]);
}

async function timed(work) {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

for await (const line of createInterface({input: process.stdin})) {
  const [command, ...rest] = line.split(' ');
  const ids = () => rest[0].split(',').map(Number);
  if (command === 'open') {
    console.log(await timed(() => open(...rest)));
  } else if (command === 'prefill') {
    clear();
    console.log(await timed(() => run(ids())));
  } else if (command === 'steps') {
    const tokens = ids();
    let last;
    const milliseconds = await timed(async () => {
      for (const id of tokens) {
        last = await run([id]);
      }
    });
    console.log(milliseconds, last[0], last[last.length - 1]);
  }
}
