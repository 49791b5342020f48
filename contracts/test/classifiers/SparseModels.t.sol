// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Kinds} from "./Kinds.sol";
import {NaiveBayesClassifier} from "../../src/classifiers/NaiveBayesClassifier.sol";
import {SparseNearestCentroidClassifier} from "../../src/classifiers/SparseNearestCentroidClassifier.sol";
import {SparsePerceptron} from "../../src/classifiers/SparsePerceptron.sol";
import {IClassifier64} from "../../src/interfaces/IClassifier64.sol";

/// @title The sparse kinds against plain books of what they were taught: several numbers share a slot, none disturbs
/// another, and neither the order of a sample's entries nor, for the centroid, their repeats matter.
contract SparseModelsTest is Kinds {
    uint256 private constant STEPS = 12;
    /// @dev Indices that share slots, and some far away.
    uint256 private constant NEAR = 11;

    mapping(uint256 => mapping(uint256 => uint256)) private _book;
    mapping(uint256 => int256) private _weights;

    function testFuzz_naiveBayesCountsWhatItIsTaught(uint256 seed) external {
        uint256 numClasses = 1 + seed % 5;
        NaiveBayesClassifier model = naiveBayes(numClasses);
        uint256[] memory totals = new uint256[](numClasses);
        for (uint256 s = 0; s < STEPS; ++s) {
            int64[] memory data = _sample(random(seed, s));
            uint256 label = random(seed, s + 100) % numClasses;
            model.update(data, uint64(label));
            totals[label] += data.length;
            for (uint256 i = 0; i < data.length; ++i) {
                ++_book[label][uint64(data[i])];
            }
            vm.assertEq(model.predict(data), model.predict(shuffled(data, seed)));
        }
        for (uint256 k = 0; k < numClasses; ++k) {
            vm.assertEq(model.getClassTotalFeatureCount(k), totals[k]);
            for (uint256 f = 0; f < NEAR; ++f) {
                vm.assertEq(model.getFeatureCount(k, uint32(f)), _book[k][f]);
                vm.assertEq(model.getFeatureCount(k, uint32(_far(f))), _book[k][_far(f)]);
            }
        }
    }

    function testFuzz_sparseCentroidSumsWhatItIsTaught(uint256 seed) external {
        uint256 numClasses = 1 + seed % 5;
        SparseNearestCentroidClassifier model = sparseNearestCentroid(numClasses);
        for (uint256 s = 0; s < STEPS; ++s) {
            int64[] memory data = _sample(random(seed, s));
            uint256 label = random(seed, s + 100) % numClasses;
            model.update(shuffled(data, seed), uint64(label));
            int64[] memory once = _distinct(data);
            for (uint256 i = 0; i < once.length; ++i) {
                ++_book[label][uint64(once[i])];
            }
            uint64 prediction = model.predict(once);
            vm.assertEq(model.predict(data), prediction);
            vm.assertEq(model.predict(shuffled(data, seed)), prediction);
        }
        for (uint256 k = 0; k < numClasses; ++k) {
            uint256 squares = 0;
            for (uint256 f = 0; f < NEAR; ++f) {
                squares += _checkSum(model, k, f) + _checkSum(model, k, _far(f));
            }
            vm.assertEq(model.getSumOfSquares(k), squares);
        }
    }

    function testFuzz_sparsePerceptronMovesOnlyTheWeightsOfWrongSamples(uint256 seed) external {
        SparsePerceptron model = sparsePerceptron(new int80[](0));
        for (uint256 s = 0; s < STEPS; ++s) {
            int64[] memory data = _sample(random(seed, s));
            uint64 label = uint64(random(seed, s + 100) % 2);
            int256 sum = 0;
            for (uint256 i = 0; i < data.length; ++i) {
                sum += _weights[uint64(data[i])];
            }
            uint64 prediction = sum > 0 ? 1 : 0;
            vm.assertEq(model.predict(data), prediction);
            vm.assertEq(model.predict(shuffled(data, seed)), prediction);
            model.update(data, label);
            if (prediction == label) continue;
            for (uint256 i = 0; i < data.length; ++i) {
                _weights[uint64(data[i])] += label == 1 ? int256(5e8) : -5e8;
            }
        }
        for (uint256 f = 0; f < NEAR; ++f) {
            vm.assertEq(int256(model.weights(uint64(f))), _weights[f]);
            vm.assertEq(int256(model.weights(uint64(_far(f)))), _weights[_far(f)]);
        }
    }

    /// @dev The file was made by exact integers, without a logarithm.
    function test_naiveBayesIsExactOnLongTexts() external {
        string memory json = vm.readFile("golden/naive-bayes-exact.json");
        IClassifier64 model = _exactModel(json);
        int64[][] memory samples = abi.decode(vm.parseJsonType(json, ".samples", "int64[][]"), (int64[][]));
        uint256[] memory expected = vm.parseJsonUintArray(json, ".predictions");
        vm.assertEq(samples.length, 400);
        uint256 agreed = 0;
        for (uint256 i = 0; i < samples.length; ++i) {
            if (model.predict(samples[i]) == expected[i]) ++agreed;
        }
        vm.assertEq(agreed, expected.length, "texts of which the exact answer was given");
    }

    function _exactModel(string memory json) private returns (IClassifier64) {
        uint64[] memory counts = abi.decode(vm.parseJsonTypeArray(json, ".initial.counts", "uint64"), (uint64[]));
        bytes memory pairs = vm.parseJsonType(json, ".initial.featureCounts", "uint32[][][]");
        return new NaiveBayesClassifier(names(3), counts, abi.decode(pairs, (uint32[][][])), 300, 1e9);
    }

    /// @dev Up to seven entries, near ones oftener than far ones.
    function _sample(uint256 seed) private pure returns (int64[] memory data) {
        data = randomIndices(seed, seed % 8, NEAR);
        for (uint256 i = 0; i < data.length; ++i) {
            if (random(seed, i + 50) % 3 == 0) data[i] = int64(uint64(_far(uint64(data[i]))));
        }
    }

    function _far(uint256 near) private pure returns (uint256) {
        return type(uint32).max - near;
    }

    function _distinct(int64[] memory data) private pure returns (int64[] memory once) {
        once = new int64[](data.length);
        uint256 count = 0;
        for (uint256 i = 0; i < data.length; ++i) {
            bool seen = false;
            for (uint256 j = 0; j < count; ++j) {
                if (once[j] == data[i]) seen = true;
            }
            if (!seen) once[count++] = data[i];
        }
        assembly ("memory-safe") {
            mstore(once, count)
        }
    }

    /// @dev Returns the square of the sum.
    function _checkSum(SparseNearestCentroidClassifier model, uint256 k, uint256 f) private view returns (uint256) {
        uint256 expected = _book[k][f] * 1e9;
        vm.assertEq(model.getFeatureSum(k, uint32(f)), expected);
        return expected * expected;
    }
}
