import { open } from "node:fs/promises";

/**
 * Where an ONNX file breaks off, or null when it is whole: the lengths that its outermost fields state must add up to its size.
 * An ONNX file is one protobuf message (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto), whose graph is one field of nearly all
 * its bytes: a download that was cut off is found by reading a few of them. The runtime would name neither file nor reason.
 */
export async function brokenOnnx(path: string): Promise<string | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) return "is empty";
    const head = Buffer.alloc(20);
    let position = 0;
    while (position < size) {
      const { bytesRead } = await file.read(head, 0, head.length, position);
      const field = readField(head.subarray(0, bytesRead));
      if (!field) return "is not an ONNX model";
      position += field.bytes;
    }
    return position === size ? null : `breaks off: ${size} bytes where ${position} were announced`;
  } finally {
    await file.close();
  }
}

/** The bytes that one protobuf field takes, key and content (https://protobuf.dev/programming-guides/encoding/); null when it is none. */
function readField(head: Buffer): { bytes: number } | null {
  const key = readVarint(head, 0);
  if (!key || key.value >> 3 === 0) return null;
  const kind = key.value & 7;
  if (kind === 1) return { bytes: key.end + 8 };
  if (kind === 5) return { bytes: key.end + 4 };
  const value = readVarint(head, key.end);
  if (!value) return null;
  if (kind === 0) return { bytes: value.end };
  return kind === 2 ? { bytes: value.end + value.value } : null;
}

function readVarint(bytes: Buffer, from: number): { value: number; end: number } | null {
  let value = 0;
  for (let at = from, factor = 1; at < bytes.length && at < from + 10; at++, factor *= 128) {
    const byte = bytes[at] as number;
    value += (byte & 127) * factor;
    if (byte < 128) return { value, end: at + 1 };
  }
  return null;
}
