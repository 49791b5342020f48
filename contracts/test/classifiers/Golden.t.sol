// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Golden} from "./Golden.sol";
import {DensePerceptron} from "../../src/classifiers/DensePerceptron.sol";
import {NaiveBayesClassifier} from "../../src/classifiers/NaiveBayesClassifier.sol";
import {NearestCentroidClassifier} from "../../src/classifiers/NearestCentroidClassifier.sol";
import {SparseNearestCentroidClassifier} from "../../src/classifiers/SparseNearestCentroidClassifier.sol";
import {SparsePerceptron} from "../../src/classifiers/SparsePerceptron.sol";
import {IClassifier64} from "../../src/interfaces/IClassifier64.sol";

contract SparsePerceptronGoldenTest is Golden {
    function kind() internal pure override returns (string memory) {
        return "sparse-perceptron";
    }

    function deploy(string memory json, string memory initial) internal override returns (IClassifier64) {
        SparsePerceptron model = SparsePerceptron(
            deployed(
                "SparsePerceptron",
                abi.encode(
                    vm.parseJsonStringArray(json, string.concat(initial, ".classes")),
                    int80s(json, string.concat(initial, ".weights")),
                    int80(vm.parseJsonInt(json, string.concat(initial, ".intercept"))),
                    uint32(vm.parseJsonUint(json, string.concat(initial, ".lr")))
                )
            )
        );
        model.initializeSparseWeights(
            abi.decode(vm.parseJsonType(json, string.concat(initial, ".extra"), "int80[][]"), (int80[][]))
        );
        return model;
    }

    function checkState(string memory json, string memory state, IClassifier64 model) internal view override {
        string memory path = string.concat(state, ".weights");
        string[] memory indices = vm.parseJsonKeys(json, path);
        for (uint256 i = 0; i < indices.length; ++i) {
            int256 expected = vm.parseJsonInt(json, string.concat(path, "['", indices[i], "']"));
            uint64 index = uint64(vm.parseUint(indices[i]));
            vm.assertEq(int256(SparsePerceptron(address(model)).weights(index)), expected, indices[i]);
        }
    }
}

contract DensePerceptronGoldenTest is Golden {
    function kind() internal pure override returns (string memory) {
        return "dense-perceptron";
    }

    function deploy(string memory json, string memory initial) internal override returns (IClassifier64) {
        return DensePerceptron(
            deployed(
                "DensePerceptron",
                abi.encode(
                    vm.parseJsonStringArray(json, string.concat(initial, ".classes")),
                    int80s(json, string.concat(initial, ".weights")),
                    int80(vm.parseJsonInt(json, string.concat(initial, ".intercept"))),
                    uint32(vm.parseJsonUint(json, string.concat(initial, ".lr")))
                )
            )
        );
    }

    function checkState(string memory json, string memory state, IClassifier64 model) internal view override {
        int80[] memory expected = int80s(json, string.concat(state, ".weights"));
        vm.assertEq(DensePerceptron(address(model)).numWeights(), expected.length);
        for (uint256 i = 0; i < expected.length; ++i) {
            vm.assertEq(int256(DensePerceptron(address(model)).weights(i)), expected[i], vm.toString(i));
        }
    }
}

contract NaiveBayesGoldenTest is Golden {
    function kind() internal pure override returns (string memory) {
        return "naive-bayes";
    }

    function deploy(string memory json, string memory initial) internal override returns (IClassifier64) {
        bytes memory counts = vm.parseJsonTypeArray(json, string.concat(initial, ".counts"), "uint64");
        bytes memory pairs = vm.parseJsonType(json, string.concat(initial, ".featureCounts"), "uint32[][][]");
        return NaiveBayesClassifier(
            deployed(
                "NaiveBayesClassifier",
                abi.encode(
                    vm.parseJsonStringArray(json, string.concat(initial, ".classes")),
                    abi.decode(counts, (uint64[])),
                    abi.decode(pairs, (uint32[][][])),
                    vm.parseJsonUint(json, string.concat(initial, ".total")),
                    uint32(vm.parseJsonUint(json, string.concat(initial, ".smoothing")))
                )
            )
        );
    }

    function checkState(string memory json, string memory state, IClassifier64 model_) internal view override {
        NaiveBayesClassifier model = NaiveBayesClassifier(address(model_));
        string[] memory numSamples = vm.parseJsonStringArray(json, string.concat(state, ".numSamples"));
        string[] memory totals = vm.parseJsonStringArray(json, string.concat(state, ".totals"));
        vm.assertEq(model.getNumClassifications(), numSamples.length);
        for (uint256 k = 0; k < numSamples.length; ++k) {
            assertSame(uint256(model.getNumSamples(k)), numSamples[k], "samples");
            assertSame(uint256(model.getClassTotalFeatureCount(k)), totals[k], "total");
            _checkCounts(json, state, model, k);
        }
    }

    function _checkCounts(string memory json, string memory state, NaiveBayesClassifier model, uint256 k) private view {
        string memory ofClass = string.concat(".counts[", vm.toString(k), "]");
        assertSame(
            _counts(model, k, vm.parseJsonUintArray(json, string.concat(state, ".features"))),
            vm.parseJsonUintArray(json, string.concat(state, ofClass)),
            ofClass
        );
    }

    function _counts(NaiveBayesClassifier model, uint256 k, uint256[] memory features)
        private
        view
        returns (uint256[] memory counts)
    {
        counts = new uint256[](features.length);
        for (uint256 i = 0; i < features.length; ++i) {
            counts[i] = model.getFeatureCount(k, uint32(features[i]));
        }
    }
}

contract NearestCentroidGoldenTest is Golden {
    function kind() internal pure override returns (string memory) {
        return "nearest-centroid";
    }

    function deploy(string memory json, string memory initial) internal override returns (IClassifier64) {
        bytes memory centroids = vm.parseJsonType(json, string.concat(initial, ".centroids"), "int64[][]");
        return NearestCentroidClassifier(
            deployed(
                "NearestCentroidClassifier",
                abi.encode(
                    vm.parseJsonStringArray(json, string.concat(initial, ".classes")),
                    abi.decode(centroids, (int64[][])),
                    vm.parseJsonUintArray(json, string.concat(initial, ".counts"))
                )
            )
        );
    }

    function checkState(string memory json, string memory state, IClassifier64 model_) internal view override {
        NearestCentroidClassifier model = NearestCentroidClassifier(address(model_));
        bytes memory centroids = vm.parseJsonType(json, string.concat(state, ".centroids"), "int64[][]");
        int64[][] memory expected = abi.decode(centroids, (int64[][]));
        uint256[] memory counts = vm.parseJsonUintArray(json, string.concat(state, ".counts"));
        vm.assertEq(model.getNumClassifications(), expected.length);
        for (uint256 k = 0; k < expected.length; ++k) {
            vm.assertEq(model.getNumSamples(k), counts[k], "samples");
            vm.assertEq(model.dataCounts(k), counts[k], "samples");
            vm.assertEq(model.getNumDimensions(k), expected[k].length, "dimensions");
            for (uint256 j = 0; j < expected[k].length; ++j) {
                vm.assertEq(int256(model.getCentroidValue(k, j)), expected[k][j], vm.toString(j));
                vm.assertEq(int256(model.centroids(k, j)), expected[k][j], vm.toString(j));
            }
        }
    }
}

contract SparseNearestCentroidGoldenTest is Golden {
    function kind() internal pure override returns (string memory) {
        return "sparse-nearest-centroid";
    }

    function deploy(string memory json, string memory initial) internal override returns (IClassifier64) {
        bytes memory pairs = vm.parseJsonType(json, string.concat(initial, ".centroids"), "uint64[][][]");
        bytes memory counts = vm.parseJsonTypeArray(json, string.concat(initial, ".counts"), "uint64");
        return SparseNearestCentroidClassifier(
            deployed(
                "SparseNearestCentroidClassifier",
                abi.encode(
                    vm.parseJsonStringArray(json, string.concat(initial, ".classes")),
                    abi.decode(pairs, (uint64[][][])),
                    abi.decode(counts, (uint64[]))
                )
            )
        );
    }

    function checkState(string memory json, string memory state, IClassifier64 model_) internal view override {
        SparseNearestCentroidClassifier model = SparseNearestCentroidClassifier(address(model_));
        string[] memory numSamples = vm.parseJsonStringArray(json, string.concat(state, ".numSamples"));
        string[] memory squared = vm.parseJsonStringArray(json, string.concat(state, ".squaredMagnitude"));
        string[] memory squares = vm.parseJsonStringArray(json, string.concat(state, ".sumOfSquares"));
        vm.assertEq(model.getNumClassifications(), numSamples.length);
        for (uint256 k = 0; k < numSamples.length; ++k) {
            assertSame(uint256(model.getNumSamples(k)), numSamples[k], "samples");
            assertSame(model.getSquaredMagnitude(k), squared[k], "squared magnitude");
            assertSame(model.getSumOfSquares(k), squares[k], "sum of squares");
            _checkFeatures(json, state, model, k);
        }
    }

    function _checkFeatures(string memory json, string memory state, SparseNearestCentroidClassifier model, uint256 k)
        private
        view
    {
        uint256[] memory features = vm.parseJsonUintArray(json, string.concat(state, ".features"));
        string memory values = string.concat(".values[", vm.toString(k), "]");
        assertSame(_values(model, k, features), vm.parseJsonUintArray(json, string.concat(state, values)), values);
        string memory sums = string.concat(".sums[", vm.toString(k), "]");
        assertSame(_sums(model, k, features), vm.parseJsonUintArray(json, string.concat(state, sums)), sums);
    }

    function _values(SparseNearestCentroidClassifier model, uint256 k, uint256[] memory features)
        private
        view
        returns (uint256[] memory values)
    {
        values = new uint256[](features.length);
        for (uint256 i = 0; i < features.length; ++i) {
            values[i] = model.getCentroidValue(k, uint32(features[i]));
        }
    }

    function _sums(SparseNearestCentroidClassifier model, uint256 k, uint256[] memory features)
        private
        view
        returns (uint256[] memory sums)
    {
        sums = new uint256[](features.length);
        for (uint256 i = 0; i < features.length; ++i) {
            sums[i] = model.getFeatureSum(k, uint32(features[i]));
        }
    }
}
