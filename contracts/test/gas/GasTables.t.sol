// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {GasTable} from "./GasTable.sol";
import {NaiveBayesClassifier} from "../../src/classifiers/NaiveBayesClassifier.sol";
import {SparseNearestCentroidClassifier} from "../../src/classifiers/SparseNearestCentroidClassifier.sol";
import {SquareRoot} from "../../src/SquareRoot.sol";
import {IClassifier64} from "../../src/interfaces/IClassifier64.sol";

/// @dev What the five tables share: two classes, and random numbers that are always the same.
abstract contract Fixture is GasTable {
    uint256 internal constant FEATURES = 1000;
    uint256 internal constant DIMENSIONS = 200;
    /// @dev Pairs of a feature and a number in one transaction: nodes take 128 KiB at most.
    uint256 internal constant PAIRS = 500;

    function names() internal pure returns (string[] memory two) {
        two = new string[](2);
        (two[0], two[1]) = ("HAM", "SPAM");
    }

    function random(uint256 seed, uint256 i) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, i)));
    }

    function randomWeights(uint256 count) internal pure returns (int80[] memory weights) {
        weights = new int80[](count);
        for (uint256 i = 0; i < count; i++) {
            weights[i] = int80(int256(random(1, i) % 4e9)) - 2e9;
        }
    }

    /// @dev 60 distinct indices floor(1000 u^2), sorted.
    function words() internal pure returns (int64[] memory indices) {
        bool[FEATURES] memory present;
        uint256 count;
        for (uint256 i = 0; count < 60; i++) {
            uint256 u = random(2, i) % 1e9;
            uint256 index = FEATURES * u * u / 1e18;
            if (!present[index]) count++;
            present[index] = true;
        }
        indices = new int64[](60);
        count = 0;
        for (uint256 i = 0; i < FEATURES; i++) {
            if (present[i]) indices[count++] = int64(uint64(i));
        }
    }

    /// @dev A vector of length 1.
    function unitVector(uint256 seed) internal pure returns (int64[] memory vector) {
        vector = new int64[](DIMENSIONS);
        int256[] memory raw = new int256[](DIMENSIONS);
        uint256 squares;
        for (uint256 i = 0; i < DIMENSIONS; i++) {
            raw[i] = int256(random(seed, i) % 2e12) - 1e12;
            squares += uint256(raw[i] * raw[i]);
        }
        uint256 length = SquareRoot.floor(squares);
        for (uint256 i = 0; i < DIMENSIONS; i++) {
            vector[i] = int64(raw[i] * 1e9 / int256(length));
        }
    }
}

/// @title What a sparse perceptron costs.
/// forge-config: default.isolate = true
contract SparsePerceptronGasTest is Fixture {
    function kind() internal pure override returns (string memory) {
        return "sparse-perceptron";
    }

    function fixture() internal pure override returns (int64[] memory) {
        return words();
    }

    function deployClassifier() internal override returns (IClassifier64) {
        int80[] memory weights = randomWeights(FEATURES);
        bytes memory arguments = abi.encode(names(), weights, 1e8, 5e8);
        return IClassifier64(create("SparsePerceptron.sol:SparsePerceptron", arguments));
    }
}

/// @title What a dense perceptron costs.
/// forge-config: default.isolate = true
contract DensePerceptronGasTest is Fixture {
    function kind() internal pure override returns (string memory) {
        return "dense-perceptron";
    }

    function fixture() internal pure override returns (int64[] memory) {
        return unitVector(3);
    }

    function deployClassifier() internal override returns (IClassifier64) {
        int80[] memory weights = randomWeights(DIMENSIONS);
        bytes memory arguments = abi.encode(names(), weights, 1, 5e8);
        return IClassifier64(create("DensePerceptron.sol:DensePerceptron", arguments));
    }
}

/// @title What a naive Bayes classifier costs.
/// forge-config: default.isolate = true
contract NaiveBayesGasTest is Fixture {
    function kind() internal pure override returns (string memory) {
        return "naive-bayes";
    }

    function fixture() internal pure override returns (int64[] memory) {
        return words();
    }

    function deployClassifier() internal override returns (IClassifier64) {
        uint64[] memory samples = new uint64[](2);
        (samples[0], samples[1]) = (1200, 800);
        bytes memory arguments = abi.encode(names(), samples, new uint32[][][](2), FEATURES, 1e9);
        address classifier = create("NaiveBayesClassifier.sol:NaiveBayesClassifier", arguments);
        for (uint64 k = 0; k < 2; k++) {
            for (uint256 start = 0; start < FEATURES; start += PAIRS) {
                uint32[][] memory counts = pairs(k, start);
                send(classifier, abi.encodeCall(NaiveBayesClassifier.initializeCounts, (counts, k)));
            }
        }
        return IClassifier64(classifier);
    }

    function pairs(uint256 k, uint256 start) private pure returns (uint32[][] memory some) {
        some = new uint32[][](PAIRS);
        for (uint256 i = 0; i < PAIRS; i++) {
            some[i] = new uint32[](2);
            (some[i][0], some[i][1]) = (uint32(start + i), uint32(1 + random(4 + k, start + i) % 100));
        }
    }
}

/// @title What a sparse nearest centroid classifier costs.
/// forge-config: default.isolate = true
contract SparseNearestCentroidGasTest is Fixture {
    function kind() internal pure override returns (string memory) {
        return "sparse-nearest-centroid";
    }

    function fixture() internal pure override returns (int64[] memory) {
        return words();
    }

    function deployClassifier() internal override returns (IClassifier64) {
        uint64[] memory samples = new uint64[](2);
        (samples[0], samples[1]) = (1200, 800);
        bytes memory arguments = abi.encode(names(), new uint64[][][](2), samples);
        address classifier = create("SparseNearestCentroidClassifier.sol:SparseNearestCentroidClassifier", arguments);
        for (uint64 k = 0; k < 2; k++) {
            for (uint256 start = 0; start < FEATURES; start += PAIRS) {
                uint64[][] memory values = pairs(k, start);
                send(classifier, abi.encodeCall(SparseNearestCentroidClassifier.extendCentroid, (values, k)));
            }
        }
        return IClassifier64(classifier);
    }

    function pairs(uint256 k, uint256 start) private pure returns (uint64[][] memory some) {
        some = new uint64[][](PAIRS);
        for (uint256 i = 0; i < PAIRS; i++) {
            some[i] = new uint64[](2);
            (some[i][0], some[i][1]) = (uint64(start + i), uint64(1 + random(4 + k, start + i) % 1e8));
        }
    }
}

/// @title What a nearest centroid classifier costs.
/// forge-config: default.isolate = true
contract NearestCentroidGasTest is Fixture {
    function kind() internal pure override returns (string memory) {
        return "nearest-centroid";
    }

    function fixture() internal pure override returns (int64[] memory) {
        return unitVector(3);
    }

    function deployClassifier() internal override returns (IClassifier64) {
        int64[][] memory centroids = new int64[][](2);
        (centroids[0], centroids[1]) = (unitVector(4), unitVector(5));
        uint256[] memory counts = new uint256[](2);
        (counts[0], counts[1]) = (1200, 800);
        bytes memory arguments = abi.encode(names(), centroids, counts);
        return IClassifier64(create("NearestCentroidClassifier.sol:NearestCentroidClassifier", arguments));
    }
}
