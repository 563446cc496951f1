;; Dot products of one query with many rows of bytes, sixteen numbers at a time.
;; WebAssembly SIMD: https://webassembly.github.io/spec/core/ (128-bit vectors)
(module
  (memory (import "env" "memory") 1)
  (func (export "dots")
    (param $rows i32)       ;; int8, row after row, where the first wanted row begins
    (param $scales i32)     ;; float32, one a row
    (param $out i32)        ;; float32, one a row
    (param $count i32)      ;; how many rows
    (param $query i32)      ;; int16
    (param $dimension i32)  ;; a multiple of 16
    (param $scale f32)      ;; of the query
    (local $sums v128) (local $row v128) (local $position i32) (local $end i32)
    (block $done
      (loop $eachRow
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $sums (v128.const i32x4 0 0 0 0))
        (local.set $position (local.get $query))
        (local.set $end (i32.add (local.get $rows) (local.get $dimension)))
        (loop $eachSixteen
          (local.set $row (v128.load (local.get $rows)))
          (local.set $sums (i32x4.add (local.get $sums)
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $row)) (v128.load (local.get $position)))))
          (local.set $sums (i32x4.add (local.get $sums)
            (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $row)) (v128.load offset=16 (local.get $position)))))
          (local.set $position (i32.add (local.get $position) (i32.const 32)))
          (local.set $rows (i32.add (local.get $rows) (i32.const 16)))
          (br_if $eachSixteen (i32.lt_u (local.get $rows) (local.get $end))))
        (f32.store (local.get $out)
          (f32.mul (f32.mul (local.get $scale) (f32.load (local.get $scales)))
            (f32.convert_i32_s (i32.add
              (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums)))
              (i32.add (i32x4.extract_lane 2 (local.get $sums)) (i32x4.extract_lane 3 (local.get $sums)))))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $scales (i32.add (local.get $scales) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $eachRow)))))
