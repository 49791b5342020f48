// SPDX-License-Identifier: MIT
pragma solidity 0.6.12;
pragma experimental ABIEncoderV2;

import {OriginalClassifier64} from "./OriginalClassifier64.sol";

/// @title The rules "sparse-perceptron/1", for tests alone.
contract OriginalSparsePerceptron is OriginalClassifier64 {
    mapping(uint64 => int80) public weights;
    int80 public intercept;
    uint32 public learningRate;

    constructor(string[] memory names, int80[] memory weights_, int80 intercept_, uint32 rate)
        public
        OriginalClassifier64(names)
    {
        for (uint64 i = 0; i < weights_.length; ++i) {
            weights[i] = weights_[i];
        }
        intercept = intercept_;
        learningRate = rate;
    }

    function initializeWeights(uint64 start, int80[] calldata more) external onlyOwner {
        for (uint64 i = 0; i < more.length; ++i) {
            weights[start + i] = more[i];
        }
    }

    function initializeSparseWeights(int80[][] memory pairs) external onlyOwner {
        for (uint256 i = 0; i < pairs.length; ++i) {
            require(pairs[i][0] < 2 ** 64, "index too large");
            weights[uint64(uint80(pairs[i][0]))] = pairs[i][1];
        }
    }

    function update(int64[] calldata data, uint64 classification) external override onlyOwner {
        if (predict(data) == classification) return;
        int80 step = int80(learningRate);
        for (uint256 i = 0; i < data.length; ++i) {
            uint64 feature = uint64(data[i]);
            weights[feature] = classification == 0 ? weights[feature] - step : weights[feature] + step;
        }
    }

    function predict(int64[] memory data) public view override returns (uint64) {
        int256 sum = intercept;
        for (uint256 i = 0; i < data.length; ++i) {
            require(data[i] >= 0, "index below zero");
            sum += weights[uint64(data[i])];
        }
        return sum > 0 ? 1 : 0;
    }
}
