// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Check} from "../Check.sol";
import {DensePerceptron} from "../../src/classifiers/DensePerceptron.sol";
import {NaiveBayesClassifier} from "../../src/classifiers/NaiveBayesClassifier.sol";
import {NearestCentroidClassifier} from "../../src/classifiers/NearestCentroidClassifier.sol";
import {SparseNearestCentroidClassifier} from "../../src/classifiers/SparseNearestCentroidClassifier.sol";
import {SparsePerceptron} from "../../src/classifiers/SparsePerceptron.sol";
import {IClassifier64} from "../../src/interfaces/IClassifier64.sol";

/// @title Small models of all five kinds, and samples that they take.
abstract contract Kinds is Check {
    int64 internal constant ONE = 1e9;

    function names(uint256 count) internal pure returns (string[] memory some) {
        some = new string[](count);
        for (uint256 k = 0; k < count; ++k) {
            some[k] = string.concat("class ", vm.toString(k));
        }
    }

    function densePerceptron(int80[] memory weights) internal returns (DensePerceptron) {
        return new DensePerceptron(names(2), weights, 0, 5e8);
    }

    function sparsePerceptron(int80[] memory weights) internal returns (SparsePerceptron) {
        return new SparsePerceptron(names(2), weights, 0, 5e8);
    }

    /// @dev Classes that have learnt nothing.
    function naiveBayes(uint256 numClasses) internal returns (NaiveBayesClassifier) {
        uint32[][][] memory counts = new uint32[][][](numClasses);
        return new NaiveBayesClassifier(names(numClasses), new uint64[](numClasses), counts, 1000, 1e9);
    }

    /// @dev Classes at the origin of a plane.
    function nearestCentroid(uint256 numClasses) internal returns (NearestCentroidClassifier) {
        int64[][] memory centroids = new int64[][](numClasses);
        for (uint256 k = 0; k < numClasses; ++k) {
            centroids[k] = new int64[](2);
        }
        return new NearestCentroidClassifier(names(numClasses), centroids, new uint256[](numClasses));
    }

    /// @dev Classes that have learnt nothing.
    function sparseNearestCentroid(uint256 numClasses) internal returns (SparseNearestCentroidClassifier) {
        uint64[][][] memory centroids = new uint64[][][](numClasses);
        return new SparseNearestCentroidClassifier(names(numClasses), centroids, new uint64[](numClasses));
    }

    /// @dev One of each; all take `sample()`.
    function everyKind() internal returns (IClassifier64[5] memory) {
        return [
            IClassifier64(densePerceptron(new int80[](2))),
            sparsePerceptron(new int80[](2)),
            naiveBayes(2),
            nearestCentroid(2),
            sparseNearestCentroid(2)
        ];
    }

    /// @dev A sample of every kind: a vector of length 1 in the plane, and two indices.
    function sample() internal pure returns (int64[] memory data) {
        data = new int64[](2);
        data[0] = ONE;
    }

    function list(int64 first) internal pure returns (int64[] memory data) {
        data = new int64[](1);
        data[0] = first;
    }

    function weights80(int80 first, int80 second, int80 third) internal pure returns (int80[] memory some) {
        some = new int80[](3);
        (some[0], some[1], some[2]) = (first, second, third);
    }

    /// @dev One pair of numbers, as the calls that fill models take them.
    function pairOf32(uint32 index, uint32 count) internal pure returns (uint32[][] memory pairs) {
        pairs = new uint32[][](1);
        pairs[0] = new uint32[](2);
        (pairs[0][0], pairs[0][1]) = (index, count);
    }

    function pairOf64(uint64 index, uint64 value) internal pure returns (uint64[][] memory pairs) {
        pairs = new uint64[][](1);
        pairs[0] = new uint64[](2);
        (pairs[0][0], pairs[0][1]) = (index, value);
    }

    function pairOf80(int80 index, int80 weight) internal pure returns (int80[][] memory pairs) {
        pairs = new int80[][](1);
        pairs[0] = new int80[](2);
        (pairs[0][0], pairs[0][1]) = (index, weight);
    }

    /// @dev Random indices below `limit`, any order, with repeats.
    function randomIndices(uint256 seed, uint256 length, uint256 limit) internal pure returns (int64[] memory data) {
        data = new int64[](length);
        for (uint256 i = 0; i < length; ++i) {
            data[i] = int64(uint64(random(seed, i) % limit));
        }
    }

    /// @dev The same entries in another order.
    function shuffled(int64[] memory data, uint256 seed) internal pure returns (int64[] memory other) {
        other = new int64[](data.length);
        for (uint256 i = 0; i < data.length; ++i) {
            uint256 j = random(seed, i) % (i + 1);
            other[i] = other[j];
            other[j] = data[i];
        }
    }

    function random(uint256 seed, uint256 i) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, i)));
    }
}
