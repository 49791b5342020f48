package org.sumscan.contracts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.sumscan.kernel.Hash32;
import org.web3j.crypto.Hash;

/**
 * The originals' contracts, recognised by the keccak-256 of their runtime code, as solc 0.6.2 made
 * it without its optimizer and with 200 runs of it.
 */
public final class OriginalCode {

  /**
   * Name and size in bytes; the hash of the whole code; its hash without the metadata at its end.
   */
  private static final String BUILDS =
      """
      CollaborativeTrainer64 5730
      0c904119609ec1f41b4fcf5c4dd941e0d265f16b54e225dfd4db806be32c9740
      7dce8d1129da73886182db2776b928dc6c20089ba0895497c55e361e5475a121
      DataHandler64 10639
      b0decdc35ef3fd3ddf98912e42d21b4d9c9fb4bc561c6546230fbfea189e279d
      a923569851db35572b24784d2264c6347d8465a9422f83af7f8119284dc7d0eb
      Stakeable64 6848
      7abe2f7c0e60a4acfdbd8d802967d3d72b72f1b01f142fbf0a4d0a06cbb5179b
      29f140268358bf689133eea8a531d1bd75e7bd097f9998fde739818706d27e32
      Points64 5489
      c347802469a0a958146ddfc700c51885fe9c4882898e5c643e07cfa6cd105ddb
      e5d77383c4c6223ff5628b5a99b779a20c89554a3a8942333bf8df5f22b731ab
      SparsePerceptron 7060
      cebefdc557019f7c57c567deaf78e844318c4244821c48c3e9c6498ef09d5ae0
      99acccae2700f8a418b22f1d15c6253efad0016be80252588928a88cb3f44549
      DensePerceptron 7189
      0a1116ec82c09210674f4c3d7118f28719f0f12be7e1e2295061ca2aa9553531
      ffd9fd754b4ca4c2504256ebef70a2c83bdf30fcb42315049b31b9e7f7f5ecfc
      NaiveBayesClassifier 9659
      afa9cfdafdda9ca3f7ba730db1738cacd999158f1f2e75313e91ba680e39e19a
      f3c086b60f437be8a7e4b038445c85af4860975e4325415b7595f927b46e1e0e
      NearestCentroidClassifier 8904
      9c05d42abcec5f3e6552e9d76cc55a2161f0f0cb102f863ef1126d102394f4f6
      5ea201cfad6790da8e5142e4e43c011a3a28416fdc0977717b905fa05d63af55
      SparseNearestCentroidClassifier 9907
      0c6d987cc218396187063b7b57693d4ab574541299f25dcd9f055116818faf3f
      ea1dd7c3ca7ab03f623980b43f379c6f3e2338df49c8ca3fb6415307ad19c2ba
      CollaborativeTrainer64 4098
      5c738a98bffdbbc4c10ffc1cd75e806f4306699f7c92e6d0fda86b0468548605
      92555e20a445549c9cd003980a9ec836e492766ea40c3f3d7e92bfe1bc42ef46
      DataHandler64 6675
      ff47792ed80c992e0bcd0e4f74b5800ea3a80cac8806fdc569c29932377d810c
      76644efc6e480e477b4f485f922e654799ad4bd55f649c69f1cab2e84a59b2b5
      Stakeable64 4484
      89fd6a7f073c41f8a7c007f5eed494b59d18f2c235d0cc71edd0c0d38686c666
      3c3ef82c07517afe9ac3dde4839dba749a06d46c96f35a26dff98cddfdc5489f
      Points64 3422
      4566156132106618c9c53a5bcea28c2f711133cf3445d08da3ea4d1a4b1cea8c
      a7a70d8766eba4456df0f64df15aaa189deb926ffa7194df1875676d37a0f565
      SparsePerceptron 4348
      5afb6bce4e698a3c70032476f77925a0ccb5619ac30bc7395e0372fc93d9d7f2
      f697a6ff2a06f6d52b70506bdb7d40d6ee6eece5386a6274f04dfa2f209d87ec
      DensePerceptron 4515
      91eb71376f1d6477996265644cf558145b495264383aebe4ef1367a7070a9205
      278be7bb5db7ccbada4d195f3dfe144cfbd5866265226f20c0d35d65e96e5e58
      NearestCentroidClassifier 5759
      b30e2c2f7cfce8c7a438fb231d13655461e2833653c74ec92d3bd4b2a33d47ff
      9d550cb55175dfe8db6bae492db6b0456193ecb0dd85d8d41a8b6aa29636572f
      SparseNearestCentroidClassifier 6360
      08e3cd4870ea4152ad671d22ef33e130d058572a3b6582ae9fc2369b3b97a673
      f6afc97e47652fa3eeb09727805ce62dbcb6527d1cceb6283e4370c8c43d3bef
      NaiveBayesClassifier 6518
      e41cc83ef7ff16d24f13b6871f63f98237991015105b4812655d793d34a878f4
      8def7cac92fd7dc8a73aa2a3a3bac6043900f8f9347f77220a51a9fdd652d6c0
      """;

  private static final int LENGTH_BYTES = 2;

  private static final Map<Hash32, String> WHOLE = new HashMap<>();
  private static final Map<Hash32, String> WITHOUT_METADATA = new HashMap<>();

  static {
    Iterator<String> words = Arrays.asList(BUILDS.split("\\s+")).iterator();
    while (words.hasNext()) {
      String name = words.next();
      words.next();
      WHOLE.put(Hash32.of("0x" + words.next()), name);
      WITHOUT_METADATA.put(Hash32.of("0x" + words.next()), name);
    }
  }

  private OriginalCode() {}

  /** The contract whose code this is, byte for byte. */
  public static Optional<String> exactly(byte[] runtimeCode) {
    return Optional.ofNullable(WHOLE.get(hash(runtimeCode)));
  }

  /** The contract whose code this is, but for the compiler's metadata at its end. */
  public static Optional<String> butForMetadata(byte[] runtimeCode) {
    return Optional.ofNullable(WITHOUT_METADATA.get(hash(withoutMetadata(runtimeCode))));
  }

  /**
   * Code without the metadata at its end, whose length is in its last two bytes; the same code
   * where that cannot be.
   */
  public static byte[] withoutMetadata(byte[] runtimeCode) {
    int size = runtimeCode.length;
    if (size < LENGTH_BYTES) return runtimeCode;
    int tail = (runtimeCode[size - 2] & 0xff) << 8 | runtimeCode[size - 1] & 0xff;
    int left = size - LENGTH_BYTES - tail;
    return left < 0 ? runtimeCode : Arrays.copyOf(runtimeCode, left);
  }

  private static Hash32 hash(byte[] code) {
    return Hash32.of(Hash.sha3(code));
  }
}
