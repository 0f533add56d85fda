package kelvin.onnx;

import java.util.Set;
import kelvin.inference.ModelDescriptor.CacheKind;

/// The settings of the load probes.
///
/// @param ids four ordinary token ids
/// @param rejected the ways of keeping states that a proof at length found wrong
@SuppressWarnings("ArrayRecordComponent") // lives for one load and is never compared
record ProbeSetup(int[] ids, Set<CacheKind> rejected) {}
